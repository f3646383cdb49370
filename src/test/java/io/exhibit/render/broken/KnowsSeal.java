package io.exhibit.render.broken;

import io.exhibit.seal.broken.Circle;

/** Broken on purpose: one half of a circle. */
public final class KnowsSeal {

    private KnowsSeal() {}

    static Object other = Circle.class;
}
