/* seats.c: reads who the clients are. */
#define _GNU_SOURCE
#include "seats.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void refuse(const char *path, int line) {
  fprintf(stderr, "%s, line %d: port, Host, Origin, Cookie and room id with tabs between are wanted\n", path, line);
  exit(2);
}

/* Members of one room stand together in the file, so looking at the line before is enough. */
static int room_of(seats *it, const char *room_id) {
  if (it->count && !strcmp(it->all[it->count - 1].room_id, room_id)) return it->all[it->count - 1].room;
  return it->rooms++;
}

static void add_seat(seats *it, char *line, const char *path) {
  char *port = strtok(line, "\t"), *host = strtok(NULL, "\t"), *origin = strtok(NULL, "\t");
  char *cookie = strtok(NULL, "\t"), *room_id = strtok(NULL, "\t"), *words = strtok(NULL, "\t");
  if (!room_id) refuse(path, it->count + 1);
  int room = room_of(it, room_id);
  if (it->count % 1024 == 0) it->all = realloc(it->all, (size_t)(it->count + 1024) * sizeof(seat));
  it->all[it->count++] = (seat){
      .port = atoi(port),
      .host = strdup(host),
      .origin = strdup(origin),
      .cookie = strdup(cookie),
      .room_id = strdup(room_id),
      .words = words ? strdup(words) : NULL,
      .room = room,
  };
}

seats seats_read(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) {
    perror(path);
    exit(2);
  }
  seats read = {0};
  char *line = NULL;
  size_t room = 0;
  while (getline(&line, &room, file) > 0) {
    line[strcspn(line, "\n")] = 0;
    add_seat(&read, line, path);
  }
  free(line);
  fclose(file);
  return read;
}
