package io.exhibit.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The type of one document that is drawn without layout: which glyph shows a character, how wide a text is, where its lines end. */
final class SetText {

    private static final int BASIC = 0x10000;

    private final PDDocument document;
    private final Fonts fonts;
    private final PDResources resources = new PDResources();
    private final Map<Face, PDType0Font> embedded = new EnumMap<>(Face.class);
    private final Map<Face, Glyph[]> glyphs = new EnumMap<>(Face.class);
    private final Map<Face, Map<Integer, Glyph>> rare = new EnumMap<>(Face.class);
    private final LineBreaks breaks = new LineBreaks();

    /**
     * A character in one font.
     *
     * @param code four hexadecimal digits
     * @param width in thousandths of the type's size
     */
    record Glyph(Face face, String code, float width) {}

    SetText(PDDocument document, Fonts fonts) {
        this.document = document;
        this.fonts = fonts;
    }

    /** The fonts in use, by the name of their face. */
    PDResources resources() {
        return resources;
    }

    Glyph glyph(Face wanted, int character) {
        if (character >= BASIC) {
            return rare.computeIfAbsent(wanted, f -> new HashMap<>()).computeIfAbsent(character, c -> made(wanted, c));
        }
        Glyph[] known = glyphs.computeIfAbsent(wanted, f -> new Glyph[BASIC]);
        if (known[character] == null) {
            known[character] = made(wanted, character);
        }
        return known[character];
    }

    private Glyph made(Face wanted, int character) {
        Face face = fonts.face(wanted, character)
                .orElseThrow(() -> new IllegalArgumentException("no font shows U+" + Integer.toHexString(character)));
        PDType0Font font = embedded.computeIfAbsent(face, this::embed);
        try {
            String text = Character.toString(character);
            byte[] code = font.encode(text);
            font.addToSubset(character);
            return new Glyph(
                    face,
                    String.format(Locale.ROOT, "%02X%02X", code[0] & 0xff, code[1] & 0xff),
                    font.getStringWidth(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PDType0Font embed(Face face) {
        try {
            PDType0Font font = PDType0Font.load(document, fonts.font(face), true);
            resources.put(COSName.getPDFName(face.resource()), font);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + face.file() + " could not be embedded", e);
        }
    }

    /** Puts the glyphs that were used into the file; nothing can be set afterwards. */
    void embed() throws IOException {
        for (PDType0Font font : embedded.values()) {
            font.subset();
        }
    }

    /** Width in points of a part of a text, without the spaces at its end. */
    double width(String text, int from, int to, Type type) {
        return inked(text, from, inkEnd(text, from, to), type);
    }

    private static int inkEnd(String text, int from, int to) {
        int end = to;
        while (end > from && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    private double inked(String text, int from, int to, Type type) {
        double width = 0;
        for (int i = from; i < to; ) {
            int character = text.codePointAt(i);
            width += glyph(type.face(), character).width();
            i += Character.charCount(character);
        }
        return width * type.size() / 1000;
    }

    /** The text in lines, broken where the laid-out pages break it; a piece that is wider than the line wherever it must be. */
    List<String> lines(String text, Type type, double width) {
        if (width(text, 0, text.length(), type) <= width) {
            return text.isEmpty() ? List.of() : List.of(text);
        }
        List<String> lines = new ArrayList<>();
        breaks.setText(text);
        int begin = 0;
        int from = 0;
        double used = 0;
        for (int to = breaks.next(); to >= 0; to = breaks.next()) {
            if (used > 0 && used + width(text, from, to, type) > width) {
                lines.add(text.substring(begin, from));
                begin = from;
                used = 0;
            }
            if (used == 0) {
                for (int fits = fitting(text, begin, to, type, width); fits < to; ) {
                    lines.add(text.substring(begin, fits));
                    begin = fits;
                    fits = fitting(text, begin, to, type, width);
                }
            }
            used = used == 0 ? inked(text, begin, to, type) : used + inked(text, from, to, type);
            from = to;
        }
        lines.add(text.substring(begin));
        return lines;
    }

    /** Where a line that begins at {@code from} is full; at least one character, and never before a mark upon one. */
    private int fitting(String text, int from, int to, Type type, double width) {
        int end = inkEnd(text, from, to);
        double used = 0;
        int last = from;
        for (int i = from; i < end; ) {
            int character = text.codePointAt(i);
            if (Character.getType(character) != Character.NON_SPACING_MARK) {
                last = i;
            }
            used += glyph(type.face(), character).width() * type.size() / 1000;
            i += Character.charCount(character);
            if (used > width && last > from) {
                return last;
            }
        }
        return to;
    }
}
