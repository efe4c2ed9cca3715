/// JSON: request bodies read strictly, and replies written at once or, for long lists, byte by byte.
///
/// Start with [JsonBody] for what comes in, and with [Json] and [AsciiText] for what goes out. It knows no feature's
/// fields.
@NullMarked
package io.upline.service.platform.http.json;

import org.jspecify.annotations.NullMarked;
