// The language of sit. A statement is parsed on its own: the reader of tokens cuts a text into statements
// and takes away the newlines that do not end one.
grammar Sit;

statementOnly : statement EOF ;

statement
    : LET name parameters? IS condition                         # letStatement
    | PARAM paramItem (',' paramItem)*                          # paramStatement
    | RV target (',' target)*                                   # rvAbstract
    | RV target (BAR condition (',' condition)*)? TILDE condition# rvLaw
    | RV target IS condition                                    # rvFunction
    | PROCESS name (',' name)*                                  # processAbstract
    | ASSUME fact (',' fact)*                                   # assumeStatement
    | DEFINE call DEFINES condition                             # defineStatement
    | HOLDS claim                                               # holdsStatement
    | EXPAND condition (TO name)? (USING name)?                 # expandStatement
    | SIMPLIFY condition                                        # simplifyStatement
    | LATEX condition                                           # latexStatement
    | TREE condition                                            # treeStatement
    | CHECK claim                                               # checkStatement
    | (DERIVATION | LEMMA) name '{' separator? (item (separator item)*)? separator? '}'# derivationStatement
    | (RULE | AXIOM) name '{' separator? (claim (separator claim)*)? separator? '}'# ruleStatement
    | IMPORT (STRING | name (DIVIDE name)*)                     # importStatement
    | UNIT name                                                 # unitStatement
    | condition (',' condition)*                                # evaluateStatement
    ;

separator : (NL | ';')+ ;

parameters : '(' name (',' name)* ')' ;

paramItem : name parameters? ;

target
    : name ('[' condition ']')?                                 # namedTarget
    | '(' target (',' target)* ')'                              # jointTarget
    ;

item
    : GIVEN given                                               # givenItem
    | ASSUME fact (',' fact)*                                   # assumeItem
    | LET name parameters? IS condition                         # letItem
    | CLAIM expr (relation expr)+                               # claimItem
    | expr step+                                                # chainItem
    ;

given
    : RV target (',' target)*                                   # givenVariables
    | PROCESS name (',' name)*                                  # givenProcesses
    | PARAM paramItem (',' paramItem)*                          # givenParams
    | fact (',' fact)*                                          # givenFacts
    ;

step : relation expr (BY reason (',' reason)*)? ;

reason
    : LEMMA name                                                # lemmaReason
    | name                                                      # ruleReason
    ;

claim : expr (relation expr)+ (GIVEN fact (',' fact)*)? ;

fact : expr factTail ;

factTail
    : (DASHES expr)+                                            # markovFact
    | (INDEP expr)+ (BAR expr)?                                 # independenceFact
    | (relation expr)+                                          # relationFact
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
    : NUMBER DIVIDE NUMBER juxtaposed                           # fractionExpr
    | primary                                                   # primaryExpr
    | expr brackets                                             # indexExpr
    | expr POWER exponent                                       # powerExpr
    | NUMBER juxtaposed                                         # juxtaposedExpr
    | MINUS expr                                                # negateExpr
    | expr (TIMES | DIVIDE | MOD) expr                          # productExpr
    | SUM '[' binder ']' expr                                   # sumExpr
    | expr (PLUS | MINUS | XOR) expr                            # additionExpr
    | expr RANGE expr                                           # rangeExpr
    | IF condition THEN expr ELSE expr                          # ifExpr
    | (MIN | MAX) expr OVER call                                # optimumExpr
    ;

exponent
    : primary (POWER exponent)?                                 # primaryExponent
    | MINUS exponent                                            # negativeExponent
    ;

// what may follow a number or a fraction without a sign between: 2 H(X), 3X, 1/2 H(X)^2
juxtaposed
    : (call | NAME | paren) brackets* (POWER exponent)?
    ;

brackets : '[' condition (',' condition)* (BAR condition (',' condition)*)? ']' ;

binder
    : name IS expr                                              # rangeBinder
    | name IN expr                                              # listBinder
    ;

primary
    : NUMBER                                                    # numberPrimary
    | STRING                                                    # stringPrimary
    | (TRUE | FALSE)                                            # booleanPrimary
    | call                                                      # callPrimary
    | name                                                      # namePrimary
    | paren                                                     # parenPrimary
    | '[' (condition (',' condition)*)? ']'                     # listPrimary
    | '{' (entry (',' entry)*)? '}'                             # bracePrimary
    ;

paren : '(' condition (',' condition)* ')' ;

entry : condition (':' condition)? ;

// a function or a measure, also max(a, b), whose name is no keyword if no "over" follows: slots of comma-separated expressions, with the separators that belong to a measure's name
call : name '(' slot (slotSeparator slot)* ')' ;

slot : condition (',' condition)* | ELLIPSIS | ;

slotSeparator : ';' | ARROW | BARS | BAR ;

name : NAME | TO | IN | UNIT | TREE | RULE | AXIOM | USING | HOLDS | PARAM ;

LET : 'let' ;
PARAM : 'param' ;
RV : 'rv' ;
PROCESS : 'process' ;
ASSUME : 'assume' ;
DEFINE : 'define' ;
HOLDS : 'holds' ;
EXPAND : 'expand' ;
SIMPLIFY : 'simplify' ;
LATEX : 'latex' ;
TREE : 'tree' ;
CHECK : 'check' ;
DERIVATION : 'derivation' ;
LEMMA : 'lemma' ;
RULE : 'rule' ;
AXIOM : 'axiom' ;
IMPORT : 'import' ;
UNIT : 'unit' ;
GIVEN : 'given' ;
CLAIM : 'claim' ;
BY : 'by' ;
TO : 'to' ;
USING : 'using' ;
IN : 'in' | '∈' ;
OVER : 'over' ;
INDEP : 'indep' | '⊥' | '⟂' | '⫫' ;
SUM : 'sum' | '∑' | 'Σ' ;
MIN : 'min' ;
MAX : 'max' ;
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

ELLIPSIS : '...' | '…' ;
RANGE : '..' ;
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
fragment LETTER : [\p{Lu}\p{Ll}\p{Lt}\p{Lo}_] ;
fragment TEXT : ~["\r\n\\] | '\\' ~[\r\n] ;
