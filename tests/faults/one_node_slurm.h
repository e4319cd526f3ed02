#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace stepdown {

/// A real Slurm of one node, this computer, that lives in a folder and as long as its holder: its
/// own key, ports and daemons, with no system service and no control groups. While it lives, this
/// process and those that it starts speak to it.
class OneNodeSlurm {
 public:
  explicit OneNodeSlurm(const std::string& folder);
  ~OneNodeSlurm();
  OneNodeSlurm(const OneNodeSlurm&) = delete;
  OneNodeSlurm& operator=(const OneNodeSlurm&) = delete;

  bool is_up() const { return why_not_.empty(); }
  /// Why it could not be started, with what its daemons wrote.
  const std::string& why_not() const { return why_not_; }

  /// Waits until no job is left, up to so many seconds.
  bool is_idle_within(int seconds) const;

 private:
  void write_configuration() const;
  void start(const std::vector<std::string>& command);
  bool has_lost_a_daemon();
  bool has_ready_node() const;
  std::string logs() const;

  std::string folder_;
  std::string why_not_;
  std::vector<pid_t> daemons_;
};

}  // namespace stepdown
