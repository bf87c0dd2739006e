"""Sign-in and change of password in officials' words."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm
from django.forms import PasswordInput, TextInput

from doithoai.directory.passwords import HELP


class SignInForm(LoginForm):
    """The name and password the agency's administrator gave."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name, password = self.fields["login"], self.fields["password"]
        name.label, password.label = "Tên đăng nhập", "Mật khẩu"
        name.help_text, password.help_text = "Tên do quản trị của cơ quan cấp.", ""
        name.widget = TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"})
        password.widget = PasswordInput(attrs={"autocomplete": "current-password"})
        name.error_messages["required"] = "Nhập tên đăng nhập."
        password.error_messages["required"] = "Nhập mật khẩu."


class NewPasswordForm(ChangePasswordForm):
    """The password in use, then the new one twice."""

    WORDS = {
        "oldpassword": ("Mật khẩu đang dùng", "", "current-password"),
        "password1": ("Mật khẩu mới", HELP, "new-password"),
        "password2": ("Gõ lại mật khẩu mới", "", "new-password"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, hint, autocomplete) in self.WORDS.items():
            field = self.fields[name]
            field.label, field.help_text = label, hint
            field.widget = PasswordInput(attrs={"autocomplete": autocomplete, "size": "28"})
            field.error_messages["required"] = "Nhập mật khẩu vào ô này."

    def clean(self) -> dict[str, Any]:
        """The same words twice, said in Vietnamese."""
        cleaned: dict[str, Any] = super().clean()
        if self.has_error("password2") and self.data.get("password2"):
            self.errors["password2"] = self.error_class(["Gõ hai lần mật khẩu mới giống nhau."])
        return cleaned
