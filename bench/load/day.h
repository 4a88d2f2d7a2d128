/* day.h: an office at work: everybody is online, and each does something every twenty seconds. */
#ifndef LOAD_DAY_H
#define LOAD_DAY_H

#include "crowd.h"
#include "options.h"

/* Prints how long each kind of action took as one line of JSON. False when not everybody came in. */
bool day_run(crowd *among, const options *asked);

#endif
