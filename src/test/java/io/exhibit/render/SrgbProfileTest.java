package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import org.junit.jupiter.api.Test;

final class SrgbProfileTest {

    @Test
    void profileIsTheColourSpaceThatScreensUse() {
        ICC_ColorSpace made = new ICC_ColorSpace(ICC_Profile.getInstance(SrgbProfile.bytes()));
        ColorSpace known = ColorSpace.getInstance(ColorSpace.CS_sRGB);

        assertThat(made.getNumComponents()).isEqualTo(3);
        for (float[] colour : new float[][] {{0, 0, 0}, {1, 1, 1}, {0.1f, 0.5f, 0.9f}, {0.49f, 0.1f, 0.08f}}) {
            float[] here = made.toCIEXYZ(colour);
            float[] there = known.toCIEXYZ(colour);
            for (int i = 0; i < 3; i++) {
                assertThat(here[i]).isCloseTo(there[i], org.assertj.core.data.Offset.offset(0.002f));
            }
        }
    }
}
