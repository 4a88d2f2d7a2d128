/* connection.h: one client: its socket, the seat it sits in, what it still has to write. */
#ifndef LOAD_CONNECTION_H
#define LOAD_CONNECTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "seats.h"

/* TURNED_AWAY: told to come again later, as a browser then does. */
typedef enum { UNUSED, CONNECTING, UPGRADING, TURNED_AWAY, GREETING, READY, LOST } connection_state;

typedef struct {
  int fd, index;
  connection_state state;
  bool is_waiting_to_write; /* its epoll entry asks for writability too */
  uint64_t comes_at; /* when one that was turned away comes again */
  const seat *seat;
  buffer unread, unsent;
} connection;

/* Begins to connect and enters the socket into epoll. False: the system refused. */
bool connection_open(connection *it, int epoll);

/* The socket stands: asks for the upgrade to WebSocket with the seat's cookie, Host and Origin. */
bool connection_upgrade(connection *it, int epoll, const char *path);

/* All of these are false when the connection broke. */
bool connection_send_text(connection *it, int epoll, const char *text, size_t length);
bool connection_send_frame(connection *it, int epoll, int opcode, const char *payload, size_t length);
bool connection_flush(connection *it, int epoll);

void connection_close(connection *it);

/* Hangs up, to open it again later. */
void connection_turn_away(connection *it, uint64_t comes_at);

#endif
