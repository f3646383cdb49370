package io.exhibit.render;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A person's logo, printed on the cover: a PNG or JPEG of bounded size, or a drawing in SVG of shapes alone. What it shows
 * a reader hears as the entity's name.
 */
final class Logo {

    /** The names that it may have; the first that is there is taken. */
    static final List<String> FILES = List.of("logo.svg", "logo.png", "logo.jpg");

    static final String ADDRESS = "logo:own";

    private static final int LARGEST = 512 * 1024;
    private static final int PIXELS = 4000;
    private static final Set<String> SHAPES =
            Set.of("svg", "g", "rect", "path", "line", "polyline", "polygon", "circle", "ellipse", "title", "desc");

    /** Millimetres. */
    private static final double WIDTH = 70;

    private static final double HEIGHT = 18;

    private final String file;
    private final byte[] bytes;
    private final List<Problem> problems = new ArrayList<>();
    private double width;
    private double height;
    private Document drawing;

    /** @param file how it is called */
    Logo(String file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes.clone();
        if (bytes.length > LARGEST) {
            add(
                    "logo-size",
                    "The logo has " + bytes.length + " bytes; it may have " + LARGEST + ".",
                    "Save it smaller.");
        } else if (file.endsWith(".svg")) {
            drawing();
        } else {
            picture();
        }
    }

    private void picture() {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            ImageReader reader = readers.hasNext() ? readers.next() : null;
            if (reader == null
                    || !Set.of("png", "jpeg").contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                add(
                        "logo-picture",
                        "The logo is no PNG and no JPEG, whatever its name says.",
                        "Save it as one of these.");
                return;
            }
            reader.setInput(in);
            width = reader.getWidth(0);
            height = reader.getHeight(0);
            if (width > PIXELS || height > PIXELS) {
                add(
                        "logo-size",
                        "The logo has " + (long) width + " by " + (long) height + " pixels; it may have " + PIXELS
                                + " each way.",
                        "It is printed 70 mm wide at most: 1000 pixels are enough.");
                return;
            }
            BufferedImage read = reader.read(0);
            if (read.getWidth() < 1) {
                add("logo-picture", "The logo is empty.", "");
            }
        } catch (IOException | RuntimeException e) {
            add("logo-picture", "The logo cannot be read as a picture: " + e.getMessage() + ".", "Save it anew.");
        }
    }

    private void drawing() {
        try {
            drawing = PdfPages.document(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            add(
                    e.getMessage().contains("DOCTYPE") ? "logo-foreign" : "logo-picture",
                    "The logo is no drawing that can be read: " + e.getMessage().replaceFirst("^[^:]*: ", ""),
                    "Save it as plain SVG, without document type and entities.");
            return;
        }
        Element root = drawing.getDocumentElement();
        if (!"svg".equals(root.getLocalName())) {
            add("logo-picture", "The logo is no SVG: it begins with <" + root.getLocalName() + ">.", "");
            return;
        }
        for (Problem problem : PageElements.problems(drawing, file)) {
            add("logo-foreign", problem.message(), "Save it as plain SVG of shapes, with text as outlines.");
        }
        var all = drawing.getElementsByTagName("*");
        for (int i = 0; i < all.getLength() && problems.isEmpty(); i++) {
            String name = all.item(i).getLocalName();
            if (!SHAPES.contains(name)) {
                add(
                        "logo-foreign",
                        "The logo holds an element <" + name + ">.",
                        "Save it as shapes, with text as outlines.");
            }
        }
        String[] box = root.getAttribute("viewBox").strip().split("[\\s,]+");
        if (!String.join(" ", box).matches("-?[0-9]{1,6}(\\.[0-9]{1,6})?( -?[0-9]{1,6}(\\.[0-9]{1,6})?){3}")) {
            add(
                    "logo-picture",
                    "The drawing has no viewBox, so its size is not known.",
                    "Such as viewBox=\"0 0 300 80\".");
            return;
        }
        width = Double.parseDouble(box[2]);
        height = Double.parseDouble(box[3]);
        if (width <= 0 || height <= 0) {
            add("logo-picture", "The drawing's viewBox is empty.", "Such as viewBox=\"0 0 300 80\".");
        }
    }

    private void add(String code, String message, String hint) {
        problems.add(new Problem(code, new Position(file, 1, 1), message, hint));
    }

    List<Problem> problems() {
        return problems;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Puts it into the place that the cover has for it. */
    void into(Document pages, String alternative) {
        Element place = place(pages.getDocumentElement());
        if (place == null) {
            return;
        }
        double scale = Math.min(WIDTH / width, HEIGHT / height);
        String size = String.format(Locale.ROOT, "width: %.2fmm; height: %.2fmm", width * scale, height * scale);
        Element shown;
        if (drawing != null) {
            shown = (Element) pages.importNode(drawing.getDocumentElement(), true);
            // Whole CSS pixels, 96 to the inch.
            shown.setAttribute("width", String.valueOf(Math.round(width * scale * 96 / 25.4)));
            shown.setAttribute("height", String.valueOf(Math.round(height * scale * 96 / 25.4)));
            shown.setAttribute("role", "img");
        } else {
            shown = pages.createElementNS("http://www.w3.org/1999/xhtml", "img");
            shown.setAttribute("src", ADDRESS);
            shown.setAttribute("style", size);
        }
        shown.setAttribute("alt", alternative.isEmpty() ? "Logo of the entity" : alternative);
        place.appendChild(shown);
    }

    private static Element place(Element from) {
        var all = from.getElementsByTagName("div");
        for (int i = 0; i < all.getLength(); i++) {
            Element each = (Element) all.item(i);
            if (each.getAttribute("id").equals("logo")) {
                return each;
            }
        }
        return null;
    }
}
