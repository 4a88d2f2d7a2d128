/* options.c: how the load is asked for on the command line. */
#define _GNU_SOURCE
#include "options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void refuse(const char *word) {
  fprintf(stderr,
          "not understood: %s\n"
          "load --mode fan|idle|storm|day --seats FILE [--dialect yoriai|raw] [--core N] [--server PID] [--second PID] [--database PID]\n"
          "     fan:  [--window N] [--next delivered|answered] [--bytes N] [--warm S] [--seconds S]\n"
          "     idle: [--steps N,N] [--settle S]\n"
          "     day:  [--pause S] [--held N] [--warm S] [--seconds S]\n",
          word);
  exit(2);
}

static void read_steps(options *it, char *list) {
  it->step_count = 0;
  for (char *step = strtok(list, ","); step && it->step_count < MOST_STEPS; step = strtok(NULL, ","))
    it->steps[it->step_count++] = atoi(step);
}

static bool read_number(options *it, const char *name, const char *value) {
  const struct {
    const char *name;
    int *at;
  } numbers[] = {{"--core", &it->core},
                 {"--server", &it->server},
                 {"--second", &it->second},
                 {"--database", &it->database},
                 {"--window", &it->window},
                 {"--bytes", &it->bytes},
                 {"--held", &it->held}};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    if (strcmp(name, numbers[i].name)) continue;
    *numbers[i].at = atoi(value);
    return true;
  }
  return false;
}

static bool read_seconds(options *it, const char *name, const char *value) {
  const struct {
    const char *name;
    double *at;
  } seconds[] = {{"--warm", &it->warm},
                 {"--seconds", &it->seconds},
                 {"--settle", &it->settle},
                 {"--most-seconds", &it->most_seconds},
                 {"--pause", &it->pause}};
  for (size_t i = 0; i < sizeof seconds / sizeof *seconds; i++) {
    if (strcmp(name, seconds[i].name)) continue;
    *seconds[i].at = atof(value);
    return true;
  }
  return false;
}

static bool read_choice(options *it, const char *name, char *value) {
  if (!strcmp(name, "--mode")) {
    it->mode = value;
  } else if (!strcmp(name, "--seats")) {
    it->seats = value;
  } else if (!strcmp(name, "--dialect")) {
    it->speaks = !strcmp(value, "raw") ? &RAW : &YORIAI;
  } else if (!strcmp(name, "--next")) {
    it->waits_for_delivery = !strcmp(value, "delivered");
  } else if (!strcmp(name, "--steps")) {
    read_steps(it, value);
  } else {
    return false;
  }
  return true;
}

options options_read(int count, char **words) {
  options read = {.mode = "fan", .speaks = &YORIAI, .core = -1, .window = 1, .bytes = 199, .waits_for_delivery = true};
  read.warm = 1, read.seconds = 5, read.settle = 3, read.most_seconds = 60, read.pause = 20;
  for (int i = 1; i < count; i += 2) {
    char *value = i + 1 < count ? words[i + 1] : NULL;
    if (!value) refuse(words[i]);
    if (read_choice(&read, words[i], value) || read_number(&read, words[i], value)) continue;
    if (!read_seconds(&read, words[i], value)) refuse(words[i]);
  }
  if (!read.seats) refuse("--seats is missing");
  return read;
}
