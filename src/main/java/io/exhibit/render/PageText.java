package io.exhibit.render;

import freemarker.cache.StrongCacheStorage;
import freemarker.cache.TemplateLoader;
import freemarker.core.Environment;
import freemarker.core.TemplateClassResolver;
import freemarker.core.XHTMLOutputFormat;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/**
 * The model as XHTML text. A template sees the model and nothing behind it: no classes, no files but its own kind, no
 * output that is not escaped. It ends: at its deadline, or where it printed too much.
 */
final class PageText {

    private static final Version VERSION = Configuration.VERSION_2_3_34;
    static final int LARGEST = 256 * 1024 * 1024;

    private final int largest;
    private final Deadline deadline;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private List<Problem> problems;
    private Configuration configuration;

    /** @param largest characters that the pages may have together */
    PageText(Templates templates, int largest, Deadline deadline) throws IOException {
        this.largest = largest;
        this.deadline = deadline;
        for (String name : templates.parts()) {
            texts.put(name, templates.text(name));
            files.put(name, templates.place(name));
        }
    }

    /** Every mistake that can be seen without printing. */
    List<Problem> problems() {
        if (problems == null) {
            problems = TemplateRules.problems(texts, files);
        }
        return problems;
    }

    /** @throws TemplatesRefused with every mistake that can be seen without printing, or the one that ended it */
    String of(String template, Map<String, Object> model) throws IOException {
        return filled(template, to -> configuration().getTemplate(template).process(model, to));
    }

    /** One part as a page of its own. */
    String part(String name, Map<String, Object> model) throws IOException {
        String page = "<#include \"marks.ftlh\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><body>\n<#include \""
                + name + "\">\n</body></html>";
        return filled(name, to -> new Template("page.ftlh", page, configuration()).process(model, to));
    }

    private interface Filling {
        void into(Writer to) throws IOException, TemplateException;
    }

    private String filled(String template, Filling filling) throws IOException {
        if (!problems().isEmpty()) {
            throw new TemplatesRefused(problems());
        }
        Limited text = new Limited(largest);
        TemplateThread thread = new TemplateThread(() -> filling.into(text), deadline);
        thread.start();
        try {
            thread.join(deadline.grace().toMillis());
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the printing was interrupted");
        }
        if (thread.isAlive()) {
            throw new TemplatesRefused(List.of(new Problem(
                    "template-deadline",
                    new Position(files.getOrDefault(template, template), 1, 1),
                    "The templates were given up: they take longer than "
                            + deadline.grace().toSeconds() + " seconds and come to no turn of a list.",
                    "Look for an expression that grows.")));
        }
        if (thread.thrown() instanceof Error ours && !TemplateSlip.isOfTemplates(ours)) {
            throw ours;
        }
        if (thread.thrown() != null) {
            throw new TemplatesRefused(List.of(
                    TemplateSlip.of(thread.thrown(), deadline.passed(), text.place + thread.place(), template, files)));
        }
        return text.toString();
    }

    private Configuration configuration() throws IOException {
        if (configuration == null) {
            configuration = configuration(texts);
            for (String name : texts.keySet()) {
                _CoreAPI.addThreadInterruptedChecks(configuration.getTemplate(name));
            }
        }
        return configuration;
    }

    /** What a template may do. */
    static Configuration configuration(Map<String, String> texts) {
        Configuration configuration = new Configuration(VERSION);
        configuration.setTemplateLoader(new Loader(texts));
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setObjectWrapper(new SimpleObjectWrapper(VERSION));
        configuration.setOutputFormat(XHTMLOutputFormat.INSTANCE);
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
        configuration.setNamingConvention(Configuration.LEGACY_NAMING_CONVENTION);
        configuration.setArithmeticEngine(new BoundedNumbers());
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setLocalizedLookup(false);
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        // Kept as loaded, with the questions for the deadline in them.
        configuration.setCacheStorage(new StrongCacheStorage());
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        return configuration;
    }

    /** Stops a template that prints without end. */
    private static final class Limited extends Writer {

        private final StringBuilder text = new StringBuilder();
        private final int largest;
        private String place = "";

        Limited(int largest) {
            this.largest = largest;
        }

        @Override
        public void write(char[] chars, int from, int length) throws IOException {
            if (text.length() + (long) length > largest) {
                place = TemplateSlip.where(Environment.getCurrentEnvironment());
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

    /** The parts that were read, and no other. */
    private record Loader(Map<String, String> texts) implements TemplateLoader {

        @Override
        public Object findTemplateSource(String name) {
            return texts.containsKey(name) ? name : null;
        }

        @Override
        public long getLastModified(Object source) {
            return 0;
        }

        @Override
        public Reader getReader(Object source, String encoding) {
            return new StringReader(texts.get((String) source));
        }

        @Override
        public void closeTemplateSource(Object source) {}
    }
}
