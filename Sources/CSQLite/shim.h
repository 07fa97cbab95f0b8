/* What Swift cannot call of SQLite, as it takes a varying number of arguments. */
#ifndef BROADSHEET_CSQLITE_H
#define BROADSHEET_CSQLITE_H
#include <sqlite3.h>

/* Lets a connection be closed without bringing its log into the database and without removing the
   files that lie at the log's place; SQLITE_OK where that is so from now on. */
static inline int broadsheet_sqlite_leave_log(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}
#endif
