package io.exhibit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A way through the console by a real browser whose forms other tests send by HTTP at each build: {@code -Dexhibit.flows=all} goes it.
 * The other half of these ways is gone at each build.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@EnabledIfSystemProperty(named = "exhibit.flows", matches = "all", disabledReason = "On demand: -Dexhibit.flows=all")
public @interface LongFlow {}
