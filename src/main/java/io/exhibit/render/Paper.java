package io.exhibit.render;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** What a pack is printed on. Tables are as wide on both; the margins at the sides take what is left, and a page has fewer lines or more. */
public enum Paper {
    /** ISO 216. */
    A4(210, 297),
    /** ANSI/ASME Y14.1, size A: 8.5 by 11 inches. */
    LETTER(215.9, 279.4);

    private static final double FOOT = 22;
    private static final double COVER = 4;
    private static final double NEARLY = 0.5;

    private final double width;
    private final double height;

    /** In mm. */
    Paper(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** As it is written in settings: {@code letter}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is written so, if any. */
    public static Optional<Paper> of(String word) {
        return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst();
    }

    /** In points, as all that follow. */
    double width() {
        return width * ListingPage.MM;
    }

    double height() {
        return height * ListingPage.MM;
    }

    double left() {
        return side() * ListingPage.MM;
    }

    double right() {
        return width() - left();
    }

    /** Below it there is the foot alone. */
    double bottom() {
        return height() - FOOT * ListingPage.MM;
    }

    /** What the style sheet needs of it: lengths with their unit. */
    Map<String, String> model() {
        return Map.of(
                "size", word(),
                "width", length(width),
                "side", length(side()),
                "cover", length(side() + COVER));
    }

    /** The first page that has another size, if any: listings and pages on which the text is as wide would not go with it. */
    Optional<Problem> problem(PDDocument printed, String sheet) {
        for (int page = 0; page < printed.getNumberOfPages(); page++) {
            PDRectangle box = printed.getPage(page).getMediaBox();
            if (Math.abs(box.getWidth() - width()) > NEARLY || Math.abs(box.getHeight() - height()) > NEARLY) {
                return Optional.of(new Problem(
                        "page-paper",
                        new Position(sheet, 1, 1),
                        "Page " + (page + 1) + " of the sample month is " + Math.round(box.getWidth() / ListingPage.MM)
                                + " by " + Math.round(box.getHeight() / ListingPage.MM)
                                + " mm, and packs are printed on " + word() + " (pack.paper in the settings).",
                        "Let @page begin as in the program's pack.css: size: ${paper.size}."));
            }
        }
        return Optional.empty();
    }

    private double side() {
        return (width - Listing.WIDTH) / 2;
    }

    private static String length(double mm) {
        return String.format(Locale.ROOT, "%.2fmm", mm);
    }
}
