package io.exhibit.render;

import java.util.Map;

/** What the templates see of a pack, for tests of other rooms. */
public final class PrintedModel {

    private PrintedModel() {}

    public static Map<String, Object> of(PackContent content) {
        return PackModel.of(content, new VisibleText(character -> true));
    }
}
