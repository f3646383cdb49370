package io.exhibit.render;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The output intent of PDF/A: an ICC version 2 profile (ICC.1:2001-04) of IEC 61966-2-1, made here because the ones that
 * travel with Java differ between its versions.
 */
final class SrgbProfile {

    private static final int STEPS = 1024;
    private static final int HEAD = 128;

    private SrgbProfile() {}

    static byte[] bytes() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", description("sRGB IEC61966-2-1"));
        tags.put("cprt", tag("text", out -> out.write("Public domain\0".getBytes(StandardCharsets.US_ASCII))));
        tags.put("wtpt", xyz(0.9642, 1.0, 0.8249));
        tags.put("rXYZ", xyz(0.43607, 0.22249, 0.01392));
        tags.put("gXYZ", xyz(0.38515, 0.71687, 0.09708));
        tags.put("bXYZ", xyz(0.14307, 0.06061, 0.71410));
        byte[] curve = curve();
        tags.put("rTRC", curve);
        tags.put("gTRC", curve);
        tags.put("bTRC", curve);
        return assemble(tags);
    }

    private static byte[] assemble(Map<String, byte[]> tags) {
        int offset = HEAD + 4 + 12 * tags.size();
        int size = offset + tags.values().stream().mapToInt(b -> b.length).sum();
        return write(out -> {
            head(out, size);
            out.writeInt(tags.size());
            int at = offset;
            for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
                out.writeBytes(tag.getKey());
                out.writeInt(at);
                out.writeInt(tag.getValue().length);
                at += tag.getValue().length;
            }
            for (byte[] tag : tags.values()) {
                out.write(tag);
            }
        });
    }

    private static void head(DataOutputStream out, int size) throws IOException {
        out.writeInt(size);
        out.writeInt(0);
        out.writeInt(0x02100000);
        out.writeBytes("mntrRGB XYZ ");
        for (int part : new int[] {2026, 1, 1, 0, 0, 0}) {
            out.writeShort(part);
        }
        out.writeBytes("acsp");
        out.write(new byte[28]);
        writeXyz(out, 0.9642, 1.0, 0.8249);
        out.write(new byte[48]);
    }

    private static byte[] description(String text) {
        return tag("desc", out -> {
            out.writeInt(text.length() + 1);
            out.writeBytes(text + "\0");
            out.write(new byte[4 + 4 + 2 + 1 + 67]);
        });
    }

    private static byte[] xyz(double x, double y, double z) {
        return tag("XYZ ", out -> writeXyz(out, x, y, z));
    }

    private static void writeXyz(DataOutputStream out, double x, double y, double z) throws IOException {
        for (double value : new double[] {x, y, z}) {
            out.writeInt((int) StrictMath.rint(value * 65536));
        }
    }

    private static byte[] curve() {
        return tag("curv", out -> {
            out.writeInt(STEPS);
            for (int i = 0; i < STEPS; i++) {
                double v = i / (STEPS - 1.0);
                double linear = v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
                out.writeShort((int) StrictMath.rint(linear * 65535));
            }
        });
    }

    private static byte[] tag(String type, Content content) {
        return write(out -> {
            out.writeBytes(type);
            out.writeInt(0);
            content.to(out);
            out.write(new byte[(4 - out.size() % 4) % 4]);
        });
    }

    private static byte[] write(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            content.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private interface Content {
        void to(DataOutputStream out) throws IOException;
    }
}
