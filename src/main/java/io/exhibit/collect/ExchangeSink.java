package io.exhibit.collect;

import io.exhibit.evidence.Exchange;
import java.io.IOException;

/** Takes exchanges as they come, one page at a time, secrets already cut. */
@FunctionalInterface
public interface ExchangeSink {

    void write(Exchange exchange) throws IOException;
}
