package org.mailround;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The whole program. */
@SpringBootApplication(proxyBeanMethods = false)
public class Mailround {

    public static void main(String[] args) {
        SpringApplication.run(Mailround.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
