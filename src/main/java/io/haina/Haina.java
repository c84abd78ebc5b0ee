package io.haina;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The one process: starts the server with everything that it needs, the database included. Beans go by the whole names of
 * their classes, for two dialects may call theirs alike.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Haina {

    public static void main(String[] args) {
        SpringApplication.run(Haina.class, args);
    }
}
