// The language of sit. A statement is parsed on its own: the reader of tokens cuts a text into statements
// and takes away the newlines that do not end one.
grammar Sit;

// RATE: the word rate before a measure, rate H(X), elsewhere a name; FACTOR:
// a number that multiplies what follows it without a sign between: 2 H(X), 1/2 H(X); the reader of statements tells it from others,
// so that the parser need not read ahead to what may follow every expression
// likewise the log of log p(x), and the E of E[z ~ q] [f], which is a MEAN, and of E[z ~ q] f, which is an OPEN_MEAN
// and the word before the brackets that bind a name: root[x in 0..1] x^2 - 1/2
tokens { FACTOR, RATE, LOG, MEAN, OPEN_MEAN, BINDING }

statementOnly : statement EOF ;

statement
    : LET (letter | name parameters?) IS condition              # letStatement
    | PARAM paramItem (',' paramItem)* sort?                    # paramStatement
    | RV target (',' target)* (OVER primary)? sort?            # rvAbstract
    | (RV | PROCESS) target (',' target)* sort? FROM call       # sampledStatement
    | RV target (BAR condition (',' condition)*)? TILDE condition# rvLaw
    | RV target IS condition                                    # rvFunction
    | PROCESS name (',' name)* sort?                            # processAbstract
    | DENSITY densityItem (',' densityItem)*                    # densityStatement
    | PROCESS name (',' name)* (OVER primary letterLaws? | sort letterLaws)# processLaw
    | ASSUME fact (',' fact)*                                   # assumeStatement
    | DEFINE call DEFINES condition                             # defineStatement
    | HOLDS claim                                               # holdsStatement
    | EXPAND condition (TO name)? (USING name)?                 # expandStatement
    | SIMPLIFY condition                                        # simplifyStatement
    | LATEX condition                                           # latexStatement
    | TREE condition                                            # treeStatement
    | CHECK claim                                               # checkStatement
    | (PLOT | TABLE) condition (',' condition)* sweep?          # plotStatement
    | (DERIVATION | LEMMA) name '{' separator? (item (separator item)*)? separator? '}'# derivationStatement
    | (RULE | AXIOM) name '{' separator? (ruleItem (separator ruleItem)*)? separator? '}'# ruleStatement
    | PROPERTY property DEFINES fact (',' fact)*                # propertyStatement
    | IMPORT (STRING | name (DIVIDE name)*)                     # importStatement
    | UNIT name                                                 # unitStatement
    | condition (',' condition)*                                # evaluateStatement
    ;

separator : (NL | ';')+ ;

sweep : FOR name IN expr (STEP expr)? ;

parameters : '(' name (',' name)* ')' ;

// an outcome at a time: x[1]
letter : name '[' NUMBER ']' ;

paramItem : name (parameters | '[' name ']')? interval? ;

// the values a scalar may have: p in (0, 1), [0, 1/2], 0..1
interval : IN (('(' | '[') expr ',' expr (')' | ']') | expr) ;

// of what sort the values are: rv X, Y : real; param lambda : any
sort : ':' name ;

// a named density, its table, or the density of which it is a multiple
densityItem : call (IS condition)? ;

target
    : name ('[' condition ']')?                                 # namedTarget
    | '(' target (',' target)* ')'                              # jointTarget
    ;

// densities and functions that stand for all, then what is so of them
ruleItem
    : DENSITY densityItem (',' densityItem)*
    | PARAM paramItem (',' paramItem)*
    | claim
    ;

letterLaws : '{' separator? letterLaw (separator letterLaw)* separator? '}' ;

letterLaw
    : target (BAR condition (',' condition)*)? TILDE condition    # drawnLetter
    | target IS condition                                       # functionLetter
    ;

item
    : GIVEN given                                               # givenItem
    | ASSUME fact (',' fact)*                                   # assumeItem
    | LET (letter | name parameters?) IS condition              # letItem
    | CLAIM expr (relation expr)+                               # claimItem
    | expr step+                                                # chainItem
    ;

given
    : RV target (',' target)* (OVER primary)? sort?            # givenVariables
    | PROCESS name (',' name)* sort?                            # givenProcesses
    | PARAM paramItem (',' paramItem)* sort?                    # givenParams
    | DENSITY densityItem (',' densityItem)*                    # givenDensities
    | fact (',' fact)*                                          # givenFacts
    ;

// `...` is a gap: what the author has not shown yet
step : relation (expr | ELLIPSIS) (BY reason (',' reason)*)? ;

reason
    : LEMMA name                                                # lemmaReason
    | name ('(' name IS expr (',' name IS expr)* ')')?          # ruleReason
    | QUESTION                                                  # unknownReason
    ;

claim : expr (relation expr)+ (GIVEN fact (',' fact)*)? ;

fact : expr factTail | shape | property ;

// what is known by a name: markov(2) X, memoryless Y | X, stationary (X, Y)
property : name arguments? member (',' member)*? (BAR member)? ;

member : name | paren ;
// what is said of a function: concave(f)
shape : SHAPE '(' name ')' ;

factTail
    : ((DASHES | ARROW) expr)+                                  # markovFact
    | (INDEP expr)+ (BAR expr)?                                 # independenceFact
    | TILDE expr                                                # lawFact
    | (relation expr)+                                          # relationFact
    | (GREATER | LESS) expr                                     # strictFact
    ;

relation : IS | EQUALS | AT_MOST | AT_LEAST ;

condition
    : NOT condition                                             # notCondition
    | condition AND condition                                   # andCondition
    | condition OR condition                                    # orCondition
    | expr (comparison expr)?                                   # comparisonCondition
    ;

comparison : EQUALS | DIFFERS | IS | AT_MOST | AT_LEAST | LESS | GREATER ;

expr
    : primary                                                   # primaryExpr
    | expr brackets                                             # indexExpr
    | expr PRIME                                                # transposeExpr
    | expr POWER exponent                                       # powerExpr
    | FACTOR (DIVIDE FACTOR)? juxtaposed                        # juxtaposedExpr
    | LOG expr                                                  # logExpr
    | MINUS expr                                                # negateExpr
    | expr (TIMES | DIVIDE | MOD) expr                          # productExpr
    | (SUM | BINDING) '[' binder ']' expr                       # sumExpr
    | OPEN_MEAN '[' draws ']' expr                              # meanExpr
    | expr (PLUS | MINUS | XOR) expr                            # additionExpr
    | expr RANGE expr                                           # rangeExpr
    | IF condition THEN expr ELSE expr                          # ifExpr
    | optimum                                                   # optimumExpr
    | expr UNDER optimum                                        # underExpr
    ;

// a value over laws, or a law of which it is taken: argmax I(X; Y) over p(X)
optimum : (MIN | MAX | ARGMIN | ARGMAX) expr OVER call (SUBJECT TO constraint (',' constraint)*)? ;

constraint : expr relation expr ;

exponent
    : primary (POWER exponent)?                                 # primaryExponent
    | MINUS exponent                                            # negativeExponent
    ;

// what may follow a number or a fraction without a sign between: 2 H(X), 3X, 1/2 H(X)^2
juxtaposed
    : (named | paren | mean) brackets* (POWER exponent)?
    | LOG juxtaposed
    ;

brackets : '[' condition (',' condition)* (BAR condition (',' condition)*)? ']' ;

// what is averaged over and the densities it is drawn from: x ~ p(x), z ~ q(.|x)
draws : draw (',' draw)* ;

draw : expr (TILDE expr)? ;

mean : MEAN '[' draws ']' '[' condition ']' ;

binder
    : name IS expr                                              # rangeBinder
    | name IN expr                                              # listBinder
    ;

primary
    : NUMBER                                                    # numberPrimary
    | STRING                                                    # stringPrimary
    | (TRUE | FALSE)                                            # booleanPrimary
    | named                                                     # namedPrimary
    | RATE call                                                 # ratePrimary
    | paren                                                     # parenPrimary
    | mean                                                      # meanPrimary
    | '[' (condition (each | (',' condition)*))? ']'            # listPrimary
    | TABLE? '{' (entry (',' entry)*)? '}'                      # bracePrimary
    ;

// what is made for every item of a list: [f(i) for i in 1..3], [h for h in hs if h > 0]
each : FOR name IN expr (IF condition)? ;

named : name arguments? ;

paren : '(' condition (',' condition)* ')' ;

entry : condition (':' condition)? ;

// a function or a measure, also max(a, b), whose name is no keyword if no "over" follows: slots of comma-separated expressions, with the separators that belong to a measure's name
call : name arguments ;

arguments : '(' slot (slotSeparator slot)* ')' ;

slot : condition (',' condition)* | ELLIPSIS | DOT | ;

slotSeparator : ';' | ARROW | BARS | BAR ;

name : NAME | TO | IN | UNIT | TREE | RULE | AXIOM | PROPERTY | USING | HOLDS | PARAM | PLOT | TABLE | FOR | FROM | STEP | SUBJECT | SHAPE ;

LET : 'let' ;
PARAM : 'param' ;
RV : 'rv' ;
PROCESS : 'process' ;
DENSITY : 'density' ;
ASSUME : 'assume' ;
DEFINE : 'define' ;
HOLDS : 'holds' ;
EXPAND : 'expand' ;
SIMPLIFY : 'simplify' ;
LATEX : 'latex' ;
TREE : 'tree' ;
CHECK : 'check' ;
PLOT : 'plot' ;
TABLE : 'table' ;
FOR : 'for' ;
FROM : 'from' ;
STEP : 'step' ;
DERIVATION : 'derivation' ;
LEMMA : 'lemma' ;
RULE : 'rule' ;
AXIOM : 'axiom' ;
PROPERTY : 'property' ;
IMPORT : 'import' ;
UNIT : 'unit' ;
GIVEN : 'given' ;
CLAIM : 'claim' ;
BY : 'by' ;
TO : 'to' ;
USING : 'using' ;
IN : 'in' | '∈' ;
OVER : 'over' ;
SUBJECT : 'subject' ;
INDEP : 'indep' | '⊥' | '⟂' | '⫫' ;
SUM : 'sum' | '∑' | 'Σ' ;
MIN : 'min' ;
MAX : 'max' ;
ARGMIN : 'argmin' ;
ARGMAX : 'argmax' ;
UNDER : 'under' ;
IF : 'if' ;
THEN : 'then' ;
ELSE : 'else' ;
AND : 'and' ;
OR : 'or' ;
NOT : 'not' ;
XOR : 'xor' | '⊕' ;
MOD : 'mod' ;
TRUE : 'true' ;
FALSE : 'false' ;
SHAPE : 'concave' | 'convex' | 'increasing' | 'decreasing' ;

ELLIPSIS : '...' | '…' ;
RANGE : '..' ;
DOT : '.' ;
DASHES : '--' | '−−' ;
ARROW : '->' | '→' ;
BARS : '||' | '∥' | '‖' ;
BAR : '|' | '∣' ;
TILDE : '~' | '∼' ;
DEFINES : ':=' | '≔' | '≜' ;
EQUALS : '==' ;
DIFFERS : '!=' | '≠' ;
AT_MOST : '<=' | '≤' | '⩽' ;
AT_LEAST : '>=' | '≥' | '⩾' ;
LESS : '<' ;
GREATER : '>' ;
IS : '=' ;
PLUS : '+' ;
MINUS : '-' | '−' ;
TIMES : '*' | '·' | '×' | '⋅' ;
DIVIDE : '/' ;
POWER : '^' ;
PRIME : '\'' ;
QUESTION : '?' ;
COMMA : ',' ;
COLON : ':' ;
SEMICOLON : ';' ;
LEFT_PAREN : '(' ;
RIGHT_PAREN : ')' ;
LEFT_BRACKET : '[' ;
RIGHT_BRACKET : ']' ;
LEFT_BRACE : '{' ;
RIGHT_BRACE : '}' ;

NUMBER : DIGIT+ ('.' DIGIT+)? EXPONENT? | '.' DIGIT+ EXPONENT? ;
NAME : LETTER (LETTER | DIGIT | '\u0300'..'\u036F' | [₀-₉])* ;
STRING : '"' TEXT* '"' ;
UNCLOSED : '"' TEXT* '\\'? ;

DOC : '##' ~[\r\n]* -> channel(2) ;
COMMENT : '#' ~[\r\n]* -> channel(3) ;
NL : '\r'? '\n' | '\r' ;
SPACE : [\p{Zs}\t\f\uFEFF]+ -> channel(HIDDEN) ;
UNKNOWN : . ;

fragment DIGIT : [0-9] ;
fragment EXPONENT : [eE] [+-]? DIGIT+ ;
// the letters of the scripts that papers print, in few ranges: with all of \p{L} a lexer takes 20 ms longer to start
fragment LETTER
    : '_'
    | [A-Za-z\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02AF\u0370-\u0373]
    | [\u0376-\u0377\u037B-\u037D\u037F\u0386\u0388-\u03F5\u03F7-\u03FF\u0400-\u0481]
    | [\u048A-\u052F\u05D0-\u05EA\u0620-\u063F\u0641-\u064A\u0904-\u0939\u1E00-\u1FBC\u1FBE]
    | [\u1FC2-\u1FCC\u1FD0-\u1FDB\u1FE0-\u1FEC\u1FF2-\u1FFC\u2102\u2107\u210A-\u2113\u2115]
    | [\u2119-\u211D\u2124\u2126\u2128\u212A-\u212D\u212F-\u2139\u213C-\u213F\u2145-\u2149]
    | [\u214E\u3041-\u3096\u309F\u30A1-\u30FA\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7A3]
    | [\u{1D400}-\u{1D6C0}\u{1D6C2}-\u{1D6DA}\u{1D6DC}-\u{1D6FA}\u{1D6FC}-\u{1D714}]
    | [\u{1D716}-\u{1D734}\u{1D736}-\u{1D74E}\u{1D750}-\u{1D76E}\u{1D770}-\u{1D788}]
    | [\u{1D78A}-\u{1D7A8}\u{1D7AA}-\u{1D7C2}\u{1D7C4}-\u{1D7CB}\u{20000}-\u{3134A}]
    ;
fragment TEXT : ~["\r\n\\] | '\\' ~[\r\n] ;
