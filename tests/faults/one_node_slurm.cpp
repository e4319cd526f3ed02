#include "tests/faults/one_node_slurm.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <thread>

#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

std::string path_of(const std::string& program) {
  for (const char* folder : {"/usr/sbin/", "/usr/bin/", "/sbin/", "/bin/"}) {
    if (::access((folder + program).c_str(), X_OK) == 0) {
      return folder + program;
    }
  }
  return {};
}

std::string host() {
  char name[256] = {};
  ::gethostname(name, sizeof name - 1);
  const std::string full = name;
  return full.substr(0, full.find('.'));
}

/// A port that nobody listens on just now.
int free_port() {
  const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  ::bind(listener, reinterpret_cast<sockaddr*>(&address), size);
  ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
  ::close(listener);
  return ntohs(address.sin_port);
}

long megabytes_of_memory() {
  return ::sysconf(_SC_PHYS_PAGES) / 1024 * ::sysconf(_SC_PAGESIZE) / 1024;
}

}  // namespace

OneNodeSlurm::OneNodeSlurm(const std::string& folder) : folder_(folder) {
  for (const char* program : {"munged", "slurmctld", "slurmd", "sbatch"}) {
    if (path_of(program).empty()) {
      why_not_ = std::string("there is no ") + program +
                 ": tools/packages.txt has the packages slurm-wlm and munge";
      return;
    }
  }
  std::filesystem::create_directories(folder_ + "/state");
  std::filesystem::create_directories(folder_ + "/spool");
  write_configuration();
  ::setenv("SLURM_CONF", (folder_ + "/slurm.conf").c_str(), 1);
  start({path_of("munged"), "--foreground", "--force", "--socket=" + folder_ + "/munge.socket",
         "--key-file=" + folder_ + "/munge.key", "--pid-file=" + folder_ + "/munged.pid",
         "--log-file=" + folder_ + "/munged.log", "--seed-file=" + folder_ + "/munge.seed",
         "--num-threads=2"});
  for (int tenths = 0; tenths < 100 && !std::filesystem::exists(folder_ + "/munge.socket");
       ++tenths) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  start({path_of("slurmctld"), "-D", "-i", "-f", folder_ + "/slurm.conf"});
  start({path_of("slurmd"), "-D", "-f", folder_ + "/slurm.conf", "-N", host()});
  for (int tenths = 0; tenths < 600; ++tenths) {
    if (has_ready_node()) {
      return;
    }
    if (has_lost_a_daemon()) {
      why_not_ = "one of its daemons ended\n" + logs();
      return;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  why_not_ = "its node was not ready within a minute\n" + logs();
}

OneNodeSlurm::~OneNodeSlurm() {
  if (is_up()) {
    run_program(path_of("scancel"), {"--state=PENDING"}, folder_);
    run_program(path_of("scancel"), {"--state=RUNNING"}, folder_);
    is_idle_within(20);
  }
  std::ranges::reverse(daemons_);
  for (const pid_t daemon : daemons_) {
    ::kill(daemon, SIGTERM);
    for (int tenths = 0; tenths < 100 && ::waitpid(daemon, nullptr, WNOHANG) == 0; ++tenths) {
      if (tenths == 99) {
        ::kill(daemon, SIGKILL);
        ::waitpid(daemon, nullptr, 0);
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  }
  ::unsetenv("SLURM_CONF");
}

void OneNodeSlurm::write_configuration() const {
  std::random_device random;
  std::string key;
  while (key.size() < 1024) {
    key += static_cast<char>(random());
  }
  std::ofstream(folder_ + "/munge.key", std::ios::binary) << key;
  ::chmod((folder_ + "/munge.key").c_str(), 0400);
  const passwd* const user = ::getpwuid(::getuid());
  const std::string name = user == nullptr ? "root" : user->pw_name;
  // The kind that does not look for control groups before it is asked for one.
  std::ofstream(folder_ + "/cgroup.conf") << "CgroupPlugin=cgroup/v1\n";
  std::ofstream(folder_ + "/slurm.conf")
      << "ClusterName=one\nSlurmctldHost=" << host() << "(127.0.0.1)\nSlurmUser=" << name
      << "\nSlurmdUser=" << name << "\nSlurmctldPort=" << free_port()
      << "\nSlurmdPort=" << free_port()
      << "\nAuthType=auth/munge\nCredType=cred/munge\nAuthInfo=socket=" << folder_
      << "/munge.socket\nStateSaveLocation=" << folder_ << "/state\nSlurmdSpoolDir=" << folder_
      << "/spool\nSlurmctldPidFile=" << folder_ << "/slurmctld.pid\nSlurmdPidFile=" << folder_
      << "/slurmd.pid\nSlurmctldLogFile=" << folder_ << "/slurmctld.log\nSlurmdLogFile=" << folder_
      << "/slurmd.log\nProctrackType=proctrack/pgid\nTaskPlugin=task/none\n"
         "JobAcctGatherType=jobacct_gather/none\nAccountingStorageType=accounting_storage/none\n"
         "SelectType=select/cons_tres\nSelectTypeParameters=CR_CPU\nSwitchType=switch/none\n"
         "MpiDefault=none\nReturnToService=2\nKillWait=2\n"
         "SchedulerParameters=sched_interval=1,batch_sched_delay=0\nNodeName="
      << host() << " NodeAddr=127.0.0.1 CPUs=" << std::thread::hardware_concurrency()
      << " RealMemory=" << megabytes_of_memory() / 2
      << " State=UNKNOWN\nPartitionName=all Nodes=" << host()
      << " Default=YES MaxTime=INFINITE State=UP\n";
}

void OneNodeSlurm::start(const std::vector<std::string>& command) {
  const pid_t child = ::fork();
  if (child == 0) {
    const int out = ::open((folder_ + "/daemons.out").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    const int in = ::open("/dev/null", O_RDONLY);
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(out, STDERR_FILENO);
    std::vector<char*> argv;
    for (const std::string& word : command) {
      argv.push_back(const_cast<char*>(word.c_str()));
    }
    argv.push_back(nullptr);
    ::execv(argv.front(), argv.data());
    ::_exit(127);
  }
  daemons_.push_back(child);
}

bool OneNodeSlurm::has_lost_a_daemon() {
  return std::erase_if(daemons_, [](pid_t daemon) {
           return ::waitpid(daemon, nullptr, WNOHANG) == daemon;
         }) > 0;
}

bool OneNodeSlurm::has_ready_node() const {
  const ProgramRun run = run_program(path_of("sinfo"), {"--noheader", "--format=%T"}, folder_);
  return run.exit_code == 0 && run.out == "idle\n";
}

bool OneNodeSlurm::is_idle_within(int seconds) const {
  for (int tenths = 0; tenths < seconds * 5; ++tenths) {
    const ProgramRun run = run_program(path_of("squeue"), {"--noheader"}, folder_);
    if (run.exit_code == 0 && run.out.empty()) {
      return true;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }
  return false;
}

std::string OneNodeSlurm::logs() const {
  std::string all;
  for (const char* name : {"/daemons.out", "/munged.log", "/slurmctld.log", "/slurmd.log"}) {
    const std::string text = bytes_of(folder_ + name);
    all += std::string(name).substr(1) + ":\n" +
           (text.size() > 2000 ? text.substr(text.size() - 2000) : text);
  }
  return all;
}

}  // namespace stepdown
