// Signs beside the words on the screen: tones, the device's voice, vibration. None is made unless it is switched on.
const TONES = {
  tense: [[784, 0.3]],
  hold: [[784, 0.3]],
  move: [[784, 0.3]],
  rest: [[523, 0.3]],
  prepare: [[523, 0.15]],
  change: [
    [523, 0.15],
    [659, 0.15],
  ],
  open: [[659, 0.3]],
  waiting: [[659, 0.3]],
  done: [
    [523, 0.2],
    [659, 0.2],
    [784, 0.4],
  ],
  tick: [[392, 0.08]],
};
const BUZZES = { prepare: [80], change: [150, 100, 150], done: [200, 100, 200, 100, 200] };
const LOUDNESS = 0.25;

// A voice for the language of the page that is on the device itself: others send what they say to a server.
export function ownVoice() {
  const language = document.documentElement.lang.toLowerCase();
  const own = speechSynthesis.getVoices().filter(voice => voice.localService);
  const fits = tag => own.find(({ lang }) => lang.toLowerCase().replace("_", "-").startsWith(tag));
  return fits(language) ?? fits(language.split("-")[0]) ?? null;
}

export function cues(chosen) {
  let audio = null;
  let spoke = false;

  // Browsers let a page sound only after the reader has pressed something: call this then.
  function wake() {
    if (!chosen.sound) return;
    audio ??= new AudioContext();
    if (audio.state === "suspended") audio.resume();
  }

  function tone(kind) {
    if (!chosen.sound || !audio) return;
    let at = audio.currentTime;
    for (const [pitch, seconds] of TONES[kind]) {
      const [sound, loudness] = [audio.createOscillator(), audio.createGain()];
      sound.frequency.value = pitch;
      loudness.gain.setValueAtTime(LOUDNESS, at);
      loudness.gain.exponentialRampToValueAtTime(0.001, at + seconds);
      sound.connect(loudness).connect(audio.destination);
      sound.start(at);
      sound.stop(at + seconds);
      at += seconds;
    }
  }

  function speak(words) {
    const voice = chosen.voice ? ownVoice() : null;
    if (!voice) return;
    speechSynthesis.cancel();
    const spoken = new SpeechSynthesisUtterance(words);
    [spoken.voice, spoken.lang] = [voice, voice.lang];
    speechSynthesis.speak(spoken);
    spoke = true;
  }

  function hush() {
    if (spoke) speechSynthesis.cancel();
    spoke = false;
  }

  return {
    wake,
    speak,
    hush,
    tick: () => tone("tick"),
    give(kind, words) {
      tone(kind);
      speak(words);
      if (chosen.vibration) navigator.vibrate(BUZZES[kind] ?? [200]);
    },
  };
}
