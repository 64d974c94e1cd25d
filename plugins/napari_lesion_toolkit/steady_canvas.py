"""Keep the canvas alive when a caliper layer is removed.

With napari 0.9 and vispy 0.17, a drawn Shapes layer that is removed leaves a deleted
GL program behind which the next draw call may still use: the process dies in
``glDrawArrays``. Programs that are never deleted cost a few kB per removed layer.
"""

from vispy.gloo import glir


def keep_gl_programs() -> None:
    """Let vispy keep its GL programs for the life of the process."""
    glir.GlirProgram.delete = _keep


def _keep(program: glir.GlirProgram) -> None:
    """Delete nothing."""
