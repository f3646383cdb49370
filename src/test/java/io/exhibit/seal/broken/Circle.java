package io.exhibit.seal.broken;

import io.exhibit.render.broken.KnowsSeal;

/** Broken on purpose: the other half of a circle. */
public final class Circle {

    private Circle() {}

    static Object other = KnowsSeal.class;
}
