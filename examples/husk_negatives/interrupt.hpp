// SPDX-License-Identifier: MIT
#pragma once

/// From now on SIGINT, SIGTERM and SIGHUP are noted, and what was begun can be finished; a second one ends
/// the process at once. Signals that were ignored stay so.
void catch_interrupts();

/// The signal that came; 0 while none has.
auto interrupted() -> int;
