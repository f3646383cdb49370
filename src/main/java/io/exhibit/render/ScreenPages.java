package io.exhibit.render;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Pages for a screen, in the words of the pack and with its rules for hostile names. Their templates belong to the program; nobody
 * edits them.
 */
public final class ScreenPages {

    private static final VisibleText VISIBLE = VisibleText.everywhere();

    private final Configuration configuration;

    /** @param templates texts by name */
    public ScreenPages(Map<String, String> templates) {
        configuration = PageText.configuration(Map.copyOf(templates));
    }

    /** All that a pack would print of a month, every text of it made visible. */
    public static Map<String, Object> words(PackContent content) {
        return PackModel.of(content, VISIBLE);
    }

    /** The end of the address of an item, which no rule for visible characters changes: as bytes, each of them coded. */
    public static String item(Target target, String key) {
        return "account=" + URLEncoder.encode(target.account(), StandardCharsets.UTF_8)
                + "&region=" + URLEncoder.encode(target.region(), StandardCharsets.UTF_8)
                + "&key=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    /**
     * One page.
     *
     * @param words that are visible already
     * @param own texts of this page, which become visible here; each text once
     */
    public String page(String name, Map<String, Object> words, Map<String, Object> own) throws IOException {
        Map<String, Object> model = new LinkedHashMap<>(words);
        own.forEach((key, value) -> model.put(key, VISIBLE.of(value)));
        StringWriter page = new StringWriter();
        try {
            configuration.getTemplate(name).process(model, page);
        } catch (TemplateException e) {
            throw new IOException("the page " + name + " could not be made: " + e.getMessage(), e);
        }
        return page.toString();
    }
}
