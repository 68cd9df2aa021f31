print("visits")
