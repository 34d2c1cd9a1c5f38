package fr.pli.app.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages without data, open to everybody: the links of the footer. */
@Controller
class PlainPages {

    @GetMapping("/accessibility")
    String accessibility() {
        return "accessibility";
    }
}
