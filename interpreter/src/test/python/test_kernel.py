"""The kernel of sit, tested over the Jupyter protocol: the public suite, and what it leaves out.

Run with the kernel installed where JUPYTER_PATH points: python3 -m unittest test_kernel
"""

import os
import signal
import time
import unittest

import jupyter_kernel_test
from jupyter_client.manager import start_new_kernel
from jupyter_kernel_test.msgspec_v5 import validate_message

TIMEOUT = 60

# takes minutes: the joint law of many letters
LONG = 'rv L ~ Uniform(1..2)\nsum[i = 1..100000] H(Uniform(1..(1 + i mod 7)))*H(Binomial(30, 1/(i + 1)))'


class PublicSuite(jupyter_kernel_test.KernelTests):
    kernel_name = "sit"
    language_name = "sit"
    file_extension = ".sit"
    code_execute_result = [
        {"code": "1 + 1", "result": "2"},
        {"code": "h2(1/2)", "result": "1 bit"},
        {"code": "h2(1/4)", "mime": "text/latex"},
        {"code": "2^10", "result": "1024"},
    ]
    code_display_data = [{"code": "plot h2(p) for p in 0..1 step 1/10", "mime": "image/svg+xml"}]
    code_generate_error = "H(Nowhere)"
    code_page_something = "?h2"
    code_inspect_sample = "h2"
    code_history_pattern = "1?*1"
    supported_history_operations = ("tail", "range", "search")
    completion_samples = [
        {"text": "derivatio", "matches": {"derivation"}},
        {"text": "Bernou"},
    ]
    complete_code_samples = ["1 + 1", "rv X ~ Bernoulli(1/2)", "derivation a {\n  H(X)\n    >= 0\n}"]
    incomplete_code_samples = ["1 +", "derivation a {", "I(X;"]
    invalid_code_samples = ["rv ~ 1", ")"]


class Session(unittest.TestCase):
    """What a person relies on while working."""

    @classmethod
    def setUpClass(cls):
        cls.km, cls.kc = start_new_kernel(kernel_name="sit", startup_timeout=TIMEOUT)
        cls.kc.wait_for_ready(timeout=TIMEOUT)

    @classmethod
    def tearDownClass(cls):
        cls.kc.stop_channels()
        cls.km.shutdown_kernel()

    def send(self, code, **options):
        return self.kc.execute(code, **options)

    def reply(self, msg_id):
        while True:
            reply = self.kc.get_shell_msg(timeout=TIMEOUT)
            if reply["parent_header"]["msg_id"] == msg_id:
                validate_message(reply, "execute_reply", msg_id)
                return reply["content"]

    def outputs(self, msg_id):
        found = []
        while True:
            message = self.kc.get_iopub_msg(timeout=TIMEOUT)
            if message["parent_header"].get("msg_id") != msg_id:
                continue
            validate_message(message, message["msg_type"], msg_id)
            if message["msg_type"] == "status":
                if message["content"]["execution_state"] == "idle":
                    return found
            else:
                found.append((message["msg_type"], message["content"]))

    def run_cell(self, code, **options):
        msg_id = self.send(code, **options)
        return self.reply(msg_id), self.outputs(msg_id)

    def plain(self, code):
        reply, outputs = self.run_cell(code)
        self.assertEqual(reply["status"], "ok", reply)
        return [c["data"]["text/plain"] for t, c in outputs if t == "execute_result"]

    def test_results_of_a_cell_come_one_by_one_in_all_their_forms(self):
        reply, outputs = self.run_cell("rv A, B\nexpand I(A; B)\ncheck I(A; B) >= 0\ntable h2(p) for p in 0..1 step 1/2")
        self.assertEqual(reply["status"], "ok")
        results = [c["data"] for t, c in outputs if t == "execute_result"]
        self.assertEqual(len(results), 3)
        self.assertIn("H(A)", results[0]["text/latex"])
        self.assertIn("proved", results[1]["text/html"])
        self.assertIn("align*", results[1]["text/latex"])
        self.assertIn("<table", results[2]["text/html"])

    def test_a_silent_request_says_and_counts_nothing(self):
        before = self.run_cell("1")[0]["execution_count"]
        reply, outputs = self.run_cell("1 + 1", silent=True)
        self.assertEqual((reply["status"], outputs), ("ok", []))
        self.assertEqual(self.run_cell("1")[0]["execution_count"], before + 1)

    def test_a_request_that_is_not_stored_does_not_count(self):
        before = self.run_cell("1")[0]["execution_count"]
        self.run_cell("17 + 1", store_history=False)
        self.assertEqual(self.run_cell("1")[0]["execution_count"], before + 1)
        msg_id = self.kc.history(hist_access_type="search", pattern="17*")
        while True:
            reply = self.kc.get_shell_msg(timeout=TIMEOUT)
            if reply["parent_header"]["msg_id"] == msg_id:
                break
        self.assertEqual(reply["content"]["history"], [])

    def test_an_error_shows_its_place_in_colour_and_leaves_the_session_as_it_was(self):
        self.run_cell("rv K ~ Bernoulli(1/2)")
        reply, outputs = self.run_cell("H(K, Nope)")
        self.assertEqual((reply["status"], reply["ename"]), ("error", "unknown-variable"))
        traceback = "\n".join(outputs[-1][1]["traceback"])
        self.assertIn("\x1b[31m", traceback)
        self.assertIn("^", traceback)
        self.assertEqual(self.plain("H(K)"), ["1 bit"])

    def test_what_is_queued_behind_an_error_is_not_carried_out(self):
        ids = [self.send(LONG, stop_on_error=True), self.send("1 + 2"), self.send("1 + 3")]
        time.sleep(0.5)
        self.km.interrupt_kernel()
        self.assertEqual([self.reply(i)["ename"] for i in ids], ["interrupted", "aborted", "aborted"])
        self.assertEqual(self.plain("1 + 4"), ["5"])

    def check_interrupt(self, interrupt):
        self.run_cell("let kept = 42")
        msg_id = self.send(LONG)
        time.sleep(0.7)
        asked = time.monotonic()
        interrupt()
        reply = self.reply(msg_id)
        self.assertLess(time.monotonic() - asked, 2)
        self.assertEqual((reply["status"], reply["ename"]), ("error", "interrupted"))
        self.assertEqual(self.plain("kept"), ["42"])

    def test_an_interrupt_by_message_keeps_the_session(self):
        self.check_interrupt(self.km.interrupt_kernel)

    def test_an_interrupt_by_signal_keeps_the_session(self):
        process = self.km.provisioner.process.pid
        self.check_interrupt(lambda: os.kill(process, signal.SIGINT))

    def test_a_cursor_is_counted_in_characters(self):
        self.run_cell("rv alphabetical ~ Bernoulli(1/2)")
        code = '"\U0001d4b3\U0001d4b3", H(alphabet'
        msg_id = self.kc.complete(code, len(code))
        while True:
            reply = self.kc.get_shell_msg(timeout=TIMEOUT)
            if reply["parent_header"]["msg_id"] == msg_id:
                break
        content = reply["content"]
        self.assertIn("alphabetical", content["matches"])
        self.assertEqual(code[content["cursor_start"] : content["cursor_end"]], "alphabet")

    def test_what_a_cell_declares_is_completed_and_described_in_the_next(self):
        self.run_cell("define overlap(X; Y) := H(X) + H(Y) - H(X, Y)")
        msg_id = self.kc.inspect("overlap(A; B)", 3)
        while True:
            reply = self.kc.get_shell_msg(timeout=TIMEOUT)
            if reply["parent_header"]["msg_id"] == msg_id:
                break
        self.assertTrue(reply["content"]["found"])
        self.assertIn("H(X) + H(Y)", reply["content"]["data"]["text/plain"])

    def test_strange_messages_end_nothing(self):
        for kind in ("debug_request", "no_such_request"):
            self.kc.shell_channel.send(self.kc.session.msg(kind, {"x": 1}))
            self.kc.control_channel.send(self.kc.session.msg(kind, {"x": 1}))
        forged = self.kc.session.msg("execute_request", {"code": "1"})
        key, self.kc.session.key = self.kc.session.key, b"another key"
        self.kc.shell_channel.send(forged)
        self.kc.session.key = key
        self.assertEqual(self.plain("1 + 1"), ["2"])

    def test_it_restarts_with_nothing_kept(self):
        km, kc = start_new_kernel(kernel_name="sit", startup_timeout=TIMEOUT)
        try:
            kc.execute_interactive("let w = 1", timeout=TIMEOUT)
            km.restart_kernel(now=False)
            kc.wait_for_ready(timeout=TIMEOUT)
            self.assertEqual(kc.execute_interactive("w", timeout=TIMEOUT)["content"]["status"], "error")
        finally:
            kc.stop_channels()
            km.shutdown_kernel()
        self.assertFalse(km.is_alive())


if __name__ == "__main__":
    unittest.main()
