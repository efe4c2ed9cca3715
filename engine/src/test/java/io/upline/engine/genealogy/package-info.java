/// Tests of the genealogy. [NaiveGenealogy] says what is right; [RandomNetwork] and [Agreement] compare it with the
/// fast one.
@NullMarked
package io.upline.engine.genealogy;

import org.jspecify.annotations.NullMarked;
