package io.haina;

import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.util.ClassUtils;

/**
 * The one process: starts the server with everything that it needs, the database included. Beans go by the whole names of
 * their classes, for two dialects may call theirs alike.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Haina {

    /**
     * How many references a line of the processor's cache holds. Jetty would else find out by waking the JVM's whole management,
     * which reads all settings of the flight recorder.
     */
    private static final String LINE = "org.eclipse.jetty.util.referencesPerCacheLine";

    private static final String PREPARED = Haina.class.getName() + "__ApplicationContextInitializer";

    /**
     * The packaged server finds its beans prepared by the build (docs/adr/0017-start.md) and uses them, unless
     * {@code -Dspring.aot.enabled=false} is said to the JVM.
     */
    public static void main(String[] args) {
        if (System.getProperty(AotDetector.AOT_ENABLED) == null && ClassUtils.isPresent(PREPARED, null)) {
            System.setProperty(AotDetector.AOT_ENABLED, "true");
        }
        if (System.getProperty(LINE) == null) {
            System.setProperty(LINE, "16");
        }
        SpringApplication.run(Haina.class, args);
    }
}
