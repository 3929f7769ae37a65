package org.mailround.admin;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What goes out next, how the last ones went, and what needs a person. */
@Controller
class HomePage {

    @GetMapping("/")
    String home() {
        return "home";
    }
}
