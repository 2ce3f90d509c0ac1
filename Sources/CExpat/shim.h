// Every distribution builds expat with entities, but its header shows their bounds only to whom says so.
#define XML_DTD 1
#include <expat.h>
