"""How templates become Python: as Jinja does it, without two things that ours do not need.

Invariant: what is printed has gone through the environment's `finalize`, which gives what is safe or raises. A third of
the time of rendering went into escaping that again, and into asking plain functions what they want passed.
"""

from __future__ import annotations

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

# What is called with what the template gives it and nothing else; macros are not, they get the context.
PLAIN = frozenset({"say", "day", "digits", "href", "isolate"})


class Compiled(CodeGenerator):
    """Jinja's own, but that `finalize` alone makes a value safe, and that plain functions are called as such."""

    def _output_child_pre(self, _node: nodes.Expr, _frame: Frame, _finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.finalize(")

    def _output_child_post(self, _node: nodes.Expr, _frame: Frame, _finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802  Jinja's
        """A call of a name that we know, without Jinja's own way round it."""
        if not (isinstance(node.node, nodes.Name) and node.node.name in PLAIN) or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write(")")
