"""The queue of bench/peers/queue.h in SimPy 2, the version of Debian's python3-simpy: what comes of
it, with standard errors, and families a second, as JSON for bench/page.py."""
import json
import math
import random
import time

from SimPy.Simulation import Process, Resource, Simulation, hold, release, request

ARRIVALS_A_DAY = 48.0
SERVICE_RATE = 1.0
ABANDON_RATE = 0.5
PLACES = 50
WARM_UP_DAYS = 40.0  # many times the mean time of service
DAYS = 365.25


class Counts:
    """Integrals of those who wait and are served, since the end of the warm-up."""

    def __init__(self):
        self.waiting = self.busy = 0
        self.arrivals = self.abandoned = self.all = 0
        self.queue_days = self.busy_days = self.counted_until = 0.0

    def settle(self, now):
        since = max(self.counted_until, WARM_UP_DAYS)
        if now > since:
            self.queue_days += self.waiting * (now - since)
            self.busy_days += self.busy * (now - since)
        self.counted_until = now


class Family(Process):
    def come(self, places, counts, luck):
        simulation = self.sim
        counts.settle(simulation.now())
        counts.all += 1
        counts.arrivals += simulation.now() >= WARM_UP_DAYS
        counts.waiting += 1
        yield (request, self, places), (hold, self, luck.expovariate(ABANDON_RATE))
        counts.settle(simulation.now())
        counts.waiting -= 1
        if not self.acquired(places):
            counts.abandoned += simulation.now() >= WARM_UP_DAYS
            return
        counts.busy += 1
        yield hold, self, luck.expovariate(SERVICE_RATE)
        counts.settle(simulation.now())
        counts.busy -= 1
        yield release, self, places


class Arrivals(Process):
    def go_on(self, places, counts, luck):
        while True:
            yield hold, self, luck.expovariate(ARRIVALS_A_DAY)
            family = Family(sim=self.sim)
            self.sim.activate(family, family.come(places, counts, luck))


def one_run(seed):
    luck = random.Random(seed)
    counts = Counts()
    simulation = Simulation()
    simulation.initialize()
    places = Resource(capacity=PLACES, sim=simulation)
    arrivals = Arrivals(sim=simulation)
    simulation.activate(arrivals, arrivals.go_on(places, counts, luck))
    begin = time.process_time()
    simulation.simulate(until=WARM_UP_DAYS + DAYS)
    seconds = time.process_time() - begin
    counts.settle(WARM_UP_DAYS + DAYS)
    return {"abandoned": counts.abandoned / counts.arrivals,
            "mean_queue": counts.queue_days / DAYS,
            "utilisation": counts.busy_days / DAYS / PLACES,
            "families": counts.all, "seconds": seconds}


def mean_and_error(values):
    n = len(values)
    mean = sum(values) / n
    return [mean, math.sqrt(sum((value - mean) ** 2 for value in values) / (n - 1) / n)]


def main():
    runs = [one_run(seed) for seed in range(10)]
    answer = {name: mean_and_error([run[name] for run in runs])
              for name in ("abandoned", "mean_queue", "utilisation")}
    answer["families_per_second"] = (sum(run["families"] for run in runs) /
                                     sum(run["seconds"] for run in runs))
    print(json.dumps({"simpy": answer}, indent=2))


if __name__ == "__main__":
    main()
