package io.exhibit.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** The marked texts that one page draws (ISO 32000-1, 14.6). A mark that draws anything but text is not among them. */
final class MarkedTexts {

    /**
     * What a mark draws.
     *
     * @param shown the glyphs
     * @param drawn the glyphs with place, typeface and colour: the same twice is one drawing over itself
     */
    record Text(String shown, String drawn) {}

    private record Range(int from, int end) {}

    private static final Set<String> OF_THE_TEXT = Set.of(
            OperatorName.BEGIN_TEXT,
            OperatorName.END_TEXT,
            OperatorName.SET_MATRIX,
            OperatorName.SHOW_TEXT,
            OperatorName.SHOW_TEXT_ADJUSTED);

    /** They hold on after the mark, so they stay when its text goes. */
    private static final Set<String> OF_THE_STATE = Set.of(
            OperatorName.SET_FONT_AND_SIZE,
            OperatorName.NON_STROKING_RGB,
            OperatorName.STROKING_COLOR_RGB,
            OperatorName.NON_STROKING_GRAY,
            OperatorName.SET_CHAR_SPACING,
            OperatorName.SET_LINE_WIDTH,
            OperatorName.SET_TEXT_RENDERINGMODE,
            OperatorName.SET_GRAPHICS_STATE_PARAMS);

    private final PDDocument document;
    private final PDPage page;
    private final Set<Integer> wanted;
    private final List<Object> tokens;
    private final Map<Integer, Range> ranges = new HashMap<>();
    private final Map<Integer, Text> texts = new HashMap<>();
    private boolean changed;

    /** @param wanted the numbers of the marks that are asked for, each 0 or more */
    MarkedTexts(PDDocument document, PDPage page, Set<Integer> wanted) throws IOException {
        this.wanted = wanted;
        this.document = document;
        this.page = page;
        tokens = new PDFStreamParser(page).parse();
        read();
    }

    private void read() {
        Deque<Map<String, String>> saved = new ArrayDeque<>();
        Map<String, String> state = new TreeMap<>();
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (!(tokens.get(i) instanceof Operator operator)) {
                continue;
            }
            String name = operator.getName();
            switch (name) {
                case OperatorName.SAVE -> saved.push(new TreeMap<>(state));
                case OperatorName.RESTORE -> state = saved.pop();
                case OperatorName.CONCAT -> state.merge(name, text(tokens.subList(from, i)), String::concat);
                case OperatorName.BEGIN_MARKED_CONTENT_SEQ -> mark(from, i, state);
                default -> {
                    if (OF_THE_STATE.contains(name)) {
                        state.put(name, text(tokens.subList(from, i)));
                    }
                }
            }
            from = i + 1;
        }
    }

    /** Reads ahead to the end of the mark. */
    private void mark(int from, int begin, Map<String, String> before) {
        if (!(tokens.get(begin - 1) instanceof COSDictionary properties)
                || !wanted.contains(properties.getInt(COSName.MCID))) {
            return;
        }
        Map<String, String> state = new TreeMap<>(before);
        StringBuilder shown = new StringBuilder();
        StringBuilder drawn = new StringBuilder();
        int operands = begin + 1;
        for (int i = begin + 1; i < tokens.size(); i++) {
            if (!(tokens.get(i) instanceof Operator operator)) {
                continue;
            }
            String name = operator.getName();
            if (name.equals(OperatorName.END_MARKED_CONTENT)) {
                ranges.put(properties.getInt(COSName.MCID), new Range(from, i));
                texts.put(properties.getInt(COSName.MCID), new Text(shown.toString(), drawn.toString()));
                return;
            }
            String operand = text(tokens.subList(operands, i));
            operands = i + 1;
            if (OF_THE_TEXT.contains(name)) {
                drawn.append(name).append(operand);
                if (name.equals(OperatorName.SHOW_TEXT) || name.equals(OperatorName.SHOW_TEXT_ADJUSTED)) {
                    drawn.append(state);
                    shown.append(glyphs(tokens.get(i - 1)));
                }
            } else if (OF_THE_STATE.contains(name)) {
                state.put(name, operand);
            } else {
                return;
            }
        }
    }

    private static String text(List<Object> operands) {
        StringBuilder text = new StringBuilder();
        for (Object operand : operands) {
            text.append(' ')
                    .append(operand instanceof COSArray array ? text(List.copyOf(array.toList())) : one(operand));
        }
        return text.toString();
    }

    private static String one(Object operand) {
        return operand instanceof COSString string ? string.toHexString() : operand.toString();
    }

    /** Without the kerning between them. */
    private static String glyphs(Object operand) {
        StringBuilder glyphs = new StringBuilder();
        for (COSBase part : operand instanceof COSArray array ? array : new COSArray(List.of((COSBase) operand))) {
            glyphs.append(part instanceof COSString string ? string.toHexString() : "");
        }
        return glyphs.toString();
    }

    /** The text of a mark, when it draws nothing else. */
    Optional<Text> text(int mark) {
        return Optional.ofNullable(texts.get(mark));
    }

    /** What the mark draws is no longer text of the document, but repeated for the page. */
    void paginate(int mark) {
        COSDictionary pagination = new COSDictionary();
        pagination.setDirect(true);
        pagination.setItem(COSName.TYPE, COSName.getPDFName("Pagination"));
        int at = ranges.get(mark).from();
        tokens.set(at, COSName.ARTIFACT);
        tokens.set(at + 1, pagination);
        changed = true;
    }

    void remove(int mark) {
        Range range = ranges.get(mark);
        int operands = range.from();
        for (int i = range.from(); i <= range.end(); i++) {
            if (tokens.get(i) instanceof Operator operator) {
                if (!OF_THE_STATE.contains(operator.getName())) {
                    Collections.fill(tokens.subList(operands, i + 1), null);
                }
                operands = i + 1;
            }
        }
        changed = true;
    }

    void write() throws IOException {
        if (!changed) {
            return;
        }
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out)
                    .writeTokens(tokens.stream().filter(Objects::nonNull).toList());
        }
        page.setContents(stream);
    }
}
