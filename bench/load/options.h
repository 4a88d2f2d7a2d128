/* options.h: how the load is asked for on the command line. */
#ifndef LOAD_OPTIONS_H
#define LOAD_OPTIONS_H

#include <stdbool.h>

#include "dialect.h"

#define MOST_STEPS 8

typedef struct {
  const char *mode, *seats;
  const dialect *speaks;
  int core, server, second, database; /* -1: not pinned; process 0: none */
  int window, bytes, held;
  bool waits_for_delivery; /* else for the answer alone */
  double warm, seconds, settle, most_seconds, pause;
  int steps[MOST_STEPS], step_count;
} options;

/* Ends the program with a line of usage when it cannot understand. */
options options_read(int count, char **words);

#endif
