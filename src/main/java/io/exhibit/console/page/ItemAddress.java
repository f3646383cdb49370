package io.exhibit.console.page;

import io.exhibit.evidence.Target;
import io.javalin.http.Context;

/** What the address of a page about one item has: {@link io.exhibit.render.ScreenPages#item} writes it. */
public final class ItemAddress {

    private ItemAddress() {}

    /** A part of it. @throws Refusal when it is not there */
    public static String asked(Context context, String name) {
        String value = context.queryParam(name);
        if (value == null) {
            throw new Refusal(400, "The address of an item has account, region and key.");
        }
        return value;
    }

    /** @throws Refusal with 400 where the address lacks one of the two */
    public static Target target(Context context) {
        return new Target(asked(context, "account"), asked(context, "region"));
    }
}
