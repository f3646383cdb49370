package io.exhibit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A long proof of our own logic, on which the JDK has no bearing. It always runs in {@code mvn verify}, whatever the JDK is;
 * the continuous integration leaves it out of its second pass, on the other JDK.
 */
@Tag(OneJdk.TAG)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OneJdk {
    String TAG = "one-jdk";
}
