package io.exhibit.render;

/** The month of the sample pack, for those who show it elsewhere. */
public final class SampleMonth {

    private SampleMonth() {}

    /** 73 units, 40 tests, three blind days, one missed, names as hostile as AWS allows. */
    public static PackContent content() {
        return SamplePack.content();
    }
}
