package io.exhibit.render;

import freemarker.cache.TemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.core.XHTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/**
 * The model as XHTML text. A template sees the model and nothing behind it: no classes, no files but its own kind, no
 * output that is not escaped.
 */
final class PageText {

    private static final Version VERSION = Configuration.VERSION_2_3_34;
    static final int LARGEST = 256 * 1024 * 1024;

    private final int largest;
    private final Configuration configuration = new Configuration(VERSION);

    /** @param largest characters that the pages may have together: a template that never ends is stopped there */
    PageText(Templates templates, int largest) {
        this.largest = largest;
        configuration.setTemplateLoader(new Loader(templates));
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setObjectWrapper(new SimpleObjectWrapper(VERSION));
        configuration.setOutputFormat(XHTMLOutputFormat.INSTANCE);
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setLocalizedLookup(false);
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    }

    String of(String template, Map<String, Object> model) throws IOException {
        Limited text = new Limited(largest);
        try {
            configuration.getTemplate(template).process(model, text);
        } catch (TemplateException e) {
            throw new IOException("the template could not be filled: " + e.getMessage(), e);
        }
        return text.toString();
    }

    /** Stops a template that never ends. */
    private static final class Limited extends Writer {

        private final StringBuilder text = new StringBuilder();
        private final int largest;

        Limited(int largest) {
            this.largest = largest;
        }

        @Override
        public void write(char[] chars, int from, int length) throws IOException {
            if (text.length() + (long) length > largest) {
                throw new IOException("the templates print more than " + largest + " characters");
            }
            text.append(chars, from, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return text.toString();
        }
    }

    /** Takes templates from their folder, and only when they keep the rules. */
    private record Loader(Templates templates) implements TemplateLoader {

        @Override
        public Object findTemplateSource(String name) {
            return Templates.PAGES.contains(name) ? name : null;
        }

        @Override
        public long getLastModified(Object source) {
            return 0;
        }

        @Override
        public Reader getReader(Object source, String encoding) throws IOException {
            String name = (String) source;
            String text = new String(templates.read(name), StandardCharsets.UTF_8);
            List<String> broken = TemplateRules.broken(name, text);
            if (!broken.isEmpty()) {
                throw new IOException(String.join("\n", broken));
            }
            return new StringReader(text);
        }

        @Override
        public void closeTemplateSource(Object source) {}
    }
}
