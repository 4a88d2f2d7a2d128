/* main.c: the load: many clients in one thread of their own core, so that the server's core is the server's alone. */
#define _GNU_SOURCE
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "crowd.h"
#include "day.h"
#include "fan.h"
#include "idle.h"
#include "options.h"
#include "storm.h"

#define AT_ONCE 100

static void stay_on_core(int core) {
  cpu_set_t cores;
  if (core < 0) return;
  CPU_ZERO(&cores);
  CPU_SET(core, &cores);
  if (sched_setaffinity(0, sizeof cores, &cores)) perror("core");
}

/* A socket is a file, and the usual limit of 1,024 would end the crowd there. */
static void allow_files(void) {
  struct rlimit files;
  if (getrlimit(RLIMIT_NOFILE, &files)) return;
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
}

static bool run_fan(crowd *among, const seats *seated, const options *asked) {
  static fan it;
  if (!crowd_let_in(among, among->count, AT_ONCE, asked->most_seconds)) return false;
  /* What coming in has stirred up (presence, reading) should be over before counting begins. */
  crowd_idle(among, asked->settle);
  fan_make(&it, among, seated, asked);
  return fan_run(&it, among);
}

static bool run(crowd *among, const seats *seated, const options *asked) {
  if (!strcmp(asked->mode, "idle")) return idle_run(among, asked);
  if (!strcmp(asked->mode, "storm")) return storm_run(among, asked);
  if (!strcmp(asked->mode, "day")) return day_run(among, asked);
  return run_fan(among, seated, asked);
}

int main(int count, char **words) {
  options asked = options_read(count, words);
  /* Whoever started the load may be killed; a load that goes on alone would disturb the next measurement. */
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  signal(SIGPIPE, SIG_IGN);
  stay_on_core(asked.core);
  allow_files();
  seats seated = seats_read(asked.seats);
  crowd among;
  crowd_make(&among, asked.speaks, &seated);
  return run(&among, &seated, &asked) ? 0 : 1;
}
