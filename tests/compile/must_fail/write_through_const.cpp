// error: (assignment of read-only|not assignable|const-qualified)
// SPDX-License-Identifier: MIT
#include <husk/image/view.hpp>

#ifdef WRONG
using pixel = float const;
#else
using pixel = float;
#endif

void whiten(husk::packed<pixel> view) { view(0, 0, 0) = 1.0F; }
