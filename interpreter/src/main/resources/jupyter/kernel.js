// Colours the cells of sit in the classic notebook, which loads this file with the kernel.
define(["codemirror/lib/codemirror"], function (CodeMirror) {
  "use strict";

  var KEYWORDS = ("let param rv process density assume define holds expand simplify latex tree check plot table for step " +
    "derivation lemma rule axiom property import unit given claim by to using in from over subject indep sum min max argmin argmax under if then else rate concave convex " +
    "and or not xor mod").split(" ");
  var ATOMS = ["true", "false"];

  function mode() {
    return {
      token: function (stream) {
        if (stream.eatSpace()) { return null; }
        if (stream.match(/^#.*/)) { return "comment"; }
        if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) { return "string"; }
        if (stream.match(/^(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/)) { return "number"; }
        var word = stream.match(/^[A-Za-z_\u00C0-\u02AF\u0370-\u03FF][\w\u00C0-\u02AF\u0300-\u03FF\u2080-\u2089]*/);
        if (word) {
          if (KEYWORDS.indexOf(word[0]) >= 0) { return "keyword"; }
          if (ATOMS.indexOf(word[0]) >= 0) { return "atom"; }
          return stream.match(/^\(/, false) ? "builtin" : "variable";
        }
        if (stream.match(/^(?:--|->|\|\||:=|==|!=|<=|>=|\.\.\.?|[-+*\/^=<>|~→∑≤≥≠∈⊥∥∼·×⊕−])/)) { return "operator"; }
        stream.next();
        return null;
      },
      lineComment: "#"
    };
  }

  CodeMirror.defineMode("sit", mode);
  CodeMirror.defineMIME("text/x-sit", "sit");
  return { onload: function () {} };
});
