/* seats.h: who the clients are: one line of the seats file for each, with the session it comes in by. */
#ifndef LOAD_SEATS_H
#define LOAD_SEATS_H

typedef struct {
  int port;
  char *host, *origin, *cookie, *room_id;
  char *words; /* what it says as soon as it is welcome; NULL: nothing */
  int room; /* rooms counted from 0 in the order in which they first appear */
} seat;

typedef struct {
  seat *all;
  int count, rooms;
} seats;

/* A line is port, Host, Origin, Cookie and room id, and words where there are any, with tabs between. Ends the program when the file is not like that. */
seats seats_read(const char *path);

#endif
