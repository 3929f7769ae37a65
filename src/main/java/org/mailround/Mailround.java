package org.mailround;

import java.time.Clock;
import org.mailround.cli.Cli;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The whole program. */
@SpringBootApplication(proxyBeanMethods = false)
public class Mailround {

    public static void main(String[] args) {
        System.exit(Cli.run(Mailround.class, args));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
