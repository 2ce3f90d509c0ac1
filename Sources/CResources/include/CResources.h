// The files that the program carries within itself, byte by byte.
#ifndef LATHU_CRESOURCES_H
#define LATHU_CRESOURCES_H

#include <stdint.h>

typedef struct {
    // From the root of the repository, as "locales/vi/segmentation.srx".
    const char *path;
    const uint8_t *bytes;
    int32_t length;
} CResource;

int32_t cresources_count(void);
const CResource *cresources_at(int32_t index);

#endif
