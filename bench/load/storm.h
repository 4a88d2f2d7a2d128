/* storm.h: all clients come back at one moment, and each asks at once for what it has missed. */
#ifndef LOAD_STORM_H
#define LOAD_STORM_H

#include "crowd.h"
#include "options.h"

/* Prints when they had all they missed as one line of JSON. False when not all of them were back in time. */
bool storm_run(crowd *among, const options *asked);

#endif
