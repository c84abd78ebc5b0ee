package io.haina;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one process: starts the server with everything that it needs, the database included. */
@SpringBootApplication
public class Haina {

    public static void main(String[] args) {
        SpringApplication.run(Haina.class, args);
    }
}
