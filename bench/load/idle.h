/* idle.h: clients who come in by steps, sit and say nothing, to see what each costs the server in memory. */
#ifndef LOAD_IDLE_H
#define LOAD_IDLE_H

#include "crowd.h"
#include "options.h"

/* Prints the server's memory at every step as one line of JSON. False when not all clients came in. */
bool idle_run(crowd *among, const options *asked);

#endif
