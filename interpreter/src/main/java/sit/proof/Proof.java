package sit.proof;

import java.util.List;

/** What establishes a claim under assumptions, as data that a checker goes through. */
public sealed interface Proof permits Certificate, HorizonCertificate, OrderCertificate {
  Claim claim();

  /** All facts that the proof uses. */
  List<Assumption> assumptions();
}
