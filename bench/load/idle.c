/* idle.c: clients who come in by steps, sit and say nothing. */
#include "idle.h"

#include "clock.h"
#include "process.h"
#include "report.h"

#define AT_ONCE 100

static bool take_step(crowd *among, const options *asked, int until, step *taken) {
  int before = among->ready;
  uint64_t began = now_ns(), cpu = cpu_of_family(asked->server);
  bool came = crowd_let_in(among, until, AT_ONCE, asked->most_seconds);
  taken->seconds = (double)(now_ns() - began) / 1e9;
  if (among->ready > before)
    taken->cpu_us = (double)(cpu_of_family(asked->server) - cpu) / 1e3 / (among->ready - before);
  /* What was needed only to let them in is freed a moment later; memory is read after that. */
  crowd_idle(among, asked->settle);
  taken->online = among->ready;
  taken->resident_kib = resident_kib(asked->server);
  return came;
}

bool idle_run(crowd *among, const options *asked) {
  step steps[MOST_STEPS] = {0};
  int taken = 0;
  bool came = true;
  while (came && taken < asked->step_count) {
    int until = asked->steps[taken] < among->count ? asked->steps[taken] : among->count;
    came = take_step(among, asked, until, &steps[taken++]);
  }
  report_idle(steps, taken, among);
  return came;
}
