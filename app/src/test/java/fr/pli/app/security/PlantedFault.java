package fr.pli.app.security;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A page of the tests that fails, to see what a fault looks like from outside. */
@Controller
class PlantedFault {

    @GetMapping("/link/planted/fault")
    String fault() {
        throw new IllegalStateException("planted: jdbc:mariadb://secret");
    }
}
